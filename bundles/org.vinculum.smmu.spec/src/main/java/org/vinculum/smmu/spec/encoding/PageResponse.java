package org.vinculum.smmu.spec.encoding;

/// Resp of CMD_PRI_RESP, the answer to a group of page requests (IHI 0070, 4.5.2).
public enum PageResponse {
    RESPONSE_FAILURE,
    INVALID_REQUEST,
    SUCCESS,

    /// ILLEGAL.
    RESERVED;

    /// @param encoding 2 bits
    public static PageResponse of(int encoding) {
        return switch (encoding) {
            case 0 -> RESPONSE_FAILURE;
            case 1 -> INVALID_REQUEST;
            case 2 -> SUCCESS;
            default -> RESERVED;
        };
    }

    public int encoding() {
        return ordinal();
    }
}
