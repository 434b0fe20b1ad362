package dev.postwire.ingest.post;

import java.util.List;

/** Whether a post is taken. A post that is not is a value with its reason; nothing is thrown. */
public sealed interface Verdict {
    record Accepted(Submission submission) implements Verdict {}

    /** Not taken, for a reason the submitter can mend. */
    sealed interface Refused extends Verdict {}

    /** The id is one that the caller may not write; it may write those with the prefix. */
    record OutsideNamespace(String prefix) implements Refused {}

    record EmptyBody() implements Refused {}

    /** The bytes are no JSON object; the place is counted from 1, the column in code points. */
    record MalformedEnvelope(String message, int line, int column) implements Refused {}

    record InvalidFields(List<Fault> faults) implements Refused {
        public InvalidFields {
            faults = List.copyOf(faults);
        }
    }
}
