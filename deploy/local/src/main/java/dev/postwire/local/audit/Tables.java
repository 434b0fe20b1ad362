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

    /** Versions kept beside posts of that partition that are not what their own document says, or no older than the post. */
    void brokenRevisions(int partition, RevisionRow.Reader reader) throws SQLException;

    /** Posts without a number among the changes. */
    void unnumbered(IdReader reader) throws SQLException;

    /** Changes that say that a post stands where no row does, or that it was erased where no erasure is. */
    void groundless(IdReader reader) throws SQLException;

    /**
     * What a post says, by first eight bytes of SHA-256 as {@link Sha#first} gives them.
     *
     * @param text of the text alone
     * @param document of everything but the bodies, as {@link ContentReader} reads it
     * @param bodies of text, html and markdown; {@link PartitionLog#ERASED} where it could not be told
     */
    record Content(long text, long document, long bodies) {
        static final Content ERASED = new Content(PartitionLog.ERASED, PartitionLog.ERASED, PartitionLog.ERASED);
    }

    /** @param text as the row has it of its text; what is in {@code content} is of the text itself */
    record PostRow(String id, long raw, int revision, long text, Content content) {
        interface Reader {
            void read(PostRow row);
        }
    }

    /**
     * @param at the offset of the ledger entry it was written from
     * @param current the raw offset of the version that is published then; {@link PartitionLog#NONE}
     */
    record ReceiptRow(long raw, String id, String outcome, long at, long current) {
        interface Reader {
            void read(ReceiptRow row);
        }
    }

    record RevisionRow(String id, long raw, int revision) {
        interface Reader {
            void read(RevisionRow row);
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
