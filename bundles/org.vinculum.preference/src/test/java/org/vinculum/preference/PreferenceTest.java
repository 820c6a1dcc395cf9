package org.vinculum.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    @Test
    void theHigherRankingWinsThenTheHigherVersionThenTheOlder() {
        assertThat(
                        Preference.bestFirst(
                                List.of(
                                        service("young", 0, "1.0.0", 9),
                                        service("old", 0, "1.0.0", 3),
                                        service("newer", 0, "1.10.0", 5),
                                        service("odd", 0, "?", 1),
                                        service("ranked", 10, "0.1.0", 7))))
                .containsExactly("ranked", "newer", "old", "young", "odd");
    }

    @Test
    void aRankingOfAnotherTypeCountsAsNone() {
        Map<String, Object> first = Map.of("service.id", 1L);
        Map<String, Object> odd = Map.of("service.id", 2L, "service.ranking", "100");

        assertThat(Preference.compare(first::get, odd::get)).isNegative();
        assertThat(Preference.ranking(odd::get)).isZero();
    }

    private static Map.Entry<Map<String, Object>, String> service(
            String name, int ranking, String version, long id) {
        Map<String, Object> properties =
                Map.of(
                        "service.ranking", ranking,
                        "vinculum.version", version,
                        "service.id", id);
        return Map.entry(properties, name);
    }
}
