package dev.postwire.local.audit;

import java.sql.SQLException;
import java.util.Map;

/** The tables as they stood at one moment, read row after row and never whole. */
interface Tables {
    /** How far each partition of that topic is stored; what was never read is missing. */
    Map<Integer, Long> consumed(String topic) throws SQLException;

    /** Posts whose version came from that partition. */
    void posts(int partition, PostRow.Reader reader) throws SQLException;

    /** Receipts of that partition. */
    void receipts(int partition, ReceiptRow.Reader reader) throws SQLException;

    /** Dead letters that were read from that partition of the rejected topic. */
    void rejections(int partition, RejectionRow.Reader reader) throws SQLException;

    /** The latest erasures that came from that partition. */
    void erasures(int partition, ErasureRow.Reader reader) throws SQLException;

    /** Whether that post's row, or its erasure, came from another partition: an id moves when partitions are added. */
    boolean movedFrom(int partition, String id) throws SQLException;

    /** Posts without a number among the changes. */
    void unnumbered(IdReader reader) throws SQLException;

    /** @param sha first eight bytes of the text's SHA-256, as {@link Sha#first} gives it */
    record PostRow(String id, long raw, long sha, int revision) {
        interface Reader {
            void read(PostRow row);
        }
    }

    record ReceiptRow(long raw, String id, String outcome) {
        interface Reader {
            void read(ReceiptRow row);
        }
    }

    /** @param at the offset of the record on the rejected topic */
    record RejectionRow(long at, String id) {
        interface Reader {
            void read(RejectionRow row);
        }
    }

    record ErasureRow(String id, long raw) {
        interface Reader {
            void read(ErasureRow row);
        }
    }

    /** Hears ids. */
    interface IdReader {
        void read(String id);
    }
}
