package org.vinculum.scenario.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Every mistake is answered with file, line, what was expected and what was found.
class LineMistakesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    nothing|expected JSON, found Unrecognized token
                    []|expected an object, found [
                    {"irq":[]|expected JSON, found the end of the line
                    {"irq":[]} {}|expected the end of the line, found more
                    {"irq":[[[[[]]]]]}|expected nesting of at most 4, found more
                    {"mem":1.5,"hex":""}|expected a whole number, found 1.5
                    {}|expected one of the keys scenario, ram
                    {"irq":[],"events":[]}|found events and irq
                    {"irq":[],"colour":1}|expected a key of this line, found "colour"
                    {"events":[{"sid":1,"colour":1}]}|expected a key of this line, found "colour"
                    {"scenario":1}|expected a string for "scenario", found 1
                    {"scenario":"a","model":7}|expected a string for "model", found 7
                    {"scenario":"a","idr":[]}|expected an object for "idr", found an array
                    {"scenario":"a","idr":{"CR0":1}}|expected no such register to override for "CR0", found 1
                    {"scenario":"a","idr":{"IDR0":"0x100000000"}}|expected a number of at most 32 bits
                    {"ram":1,"size":4096}|expected a multiple of 4096 for "ram", found 1
                    {"ram":4096}|expected the key "size", found an object without it
                    {"mem":-1,"hex":""}|expected a number of at most 64 bits, decimal or "0x..." for "mem", found -1
                    {"mem":"12","hex":""}|expected a number of at most 64 bits, decimal or "0x..." for "mem", found "12"
                    {"mem":"0x","hex":""}|found "0x"
                    {"mem":"0x1g","hex":""}|found "0x1g"
                    {"mem":"0x11112222333344445","hex":""}|found "0x11112222333344445"
                    {"mem":18446744073709551616,"hex":""}|found 18446744073709551616
                    {"mem":null,"hex":""}|found null
                    {"mem":0,"hex":"abc"}|expected two hexadecimal digits for each byte for "hex", found "abc"
                    {"mem":0}|expected the key "words"
                    {"peek":0,"words":5}|expected an array for "words", found 5
                    {"peek":0,"words":["x"]}|for "words", found "x"
                    {"write":0,"width":2,"value":0}|expected 4 or 8 for "width", found 2
                    {"write":2,"width":4,"value":0}|expected a multiple of 4 for "write", found 2
                    {"write":4,"width":8,"value":0}|expected a multiple of 8 for "write", found 4
                    {"write":0,"width":4,"value":"0x100000000"}|expected a number of at most 32 bits
                    {"cmd":[1]}|expected two words for "cmd", found 1
                    {"cmd":[1,2],"cerror":128}|expected a number of at most 7 bits
                    {"dma":"q","sid":1,"addr":0,"pa":0}|expected "r", "w" or "x" for "dma", found "q"
                    {"dma":"r","sid":"0x100000000","addr":0,"pa":0}|expected a number of at most 32 bits
                    {"dma":"r","sid":1,"ssid":1048576,"addr":0,"pa":0}|expected a number of at most 20 bits
                    {"dma":"r","sid":1,"addr":0}|expected either it or "fault" for "pa", found neither
                    {"dma":"r","sid":1,"addr":0,"pa":0,"fault":"abort"}|found both
                    {"dma":"r","sid":1,"addr":0,"fault":"late"}|expected abort, razwi or stall for "fault", found late
                    {"dma":"r","sid":1,"addr":0,"fault":"ats-denied"}|expected abort, razwi or stall
                    {"dma":"r","kind":"ats","sid":1,"addr":0,"fault":"stall"}|expected abort or ats-denied
                    {"dma":"r","kind":"odd","sid":1,"addr":0,"pa":0}|expected normal, ats or translated for "kind", found odd
                    {"dma":"r","sid":1,"addr":0,"pa":0,"perm":"r"}|expected a key of this line, found "perm"
                    {"dma":"r","kind":"ats","sid":1,"addr":0,"pa":0,"perm":"rr"}|expected letters of rwx for "perm", found rr
                    {"dma":"r","sid":1,"addr":0,"pa":0,"priv":1}|expected true or false for "priv", found 1
                    {"dma":"r","sid":1,"addr":4092,"size":8,"pa":0}|for "size", found 8
                    {"dma":"r","sid":1,"addr":"0xffffffffffffffff","pa":0}|for "size", found 4
                    {"dma":"r","sid":1,"addr":0,"size":0,"pa":0}|for "size", found 0
                    {"events":[1]}|expected an object for "events", found 1
                    {"events":[{"type":"F_NO"}]}|expected the architecture's name of an event for "type", found "F_NO"
                    {"events":[{"class":"XX"}]}|expected CD, TT or IN for "class", found "XX"
                    {"events":[{"s2":2}]}|expected a number of at most 1 bits
                    {"events":[{"stag":"s"}]}|expected a number of at most 16 bits
                    {"priq":[{"last":1}]}|expected true or false for "last", found 1
                    {"priq":[{"perm":"q"}]}|expected letters of rwx for "perm", found "q"
                    {"pri":1,"addr":0,"perm":"z"}|expected letters of rwx for "perm", found "z"
                    {"pri":1,"addr":0,"perm":"r","group":512}|expected a number of at most 9 bits
                    {"resume":"s","sid":1,"action":"retry"}|expected a number of at most 16 bits
                    {"resume":1,"sid":1,"action":"go"}|expected retry, terminate or abort for "action", found go
                    {"outcome":1,"pa":0}|expected a string for "outcome", found 1
                    {"irq":["late"]}|expected evtq, gerror, priq, sync or msi:0xADDRESS:0xDATA for "irq", found "late"
                    {"irq":["msi:1:0x2"]}|expected a number of at most 64 bits
                    {"irq":["msi:0x1:0x100000000"]}|expected a number of at most 32 bits
                    """)
    void aMistakeIsNamed(String text, String message) {
        InputFile file = InputFile.of("s.jsonl", ("\n" + text).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new LineReader(file).next())
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith("s.jsonl:2:")
                .hasMessageContaining(message);
    }
}
