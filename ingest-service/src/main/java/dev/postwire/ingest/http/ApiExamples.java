package dev.postwire.ingest.http;

/** Bodies as callers send and get them, for the documentation; a test holds the answers to the truth. */
final class ApiExamples {
    static final String MARKDOWN = """
            ---
            title: A week with the night ferry
            tags: [Night Trains, Ferries]
            ---

            We left the harbour at nine.
            """;

    static final String HTML = """
            <html lang="en"><body><nav>Home</nav><article><h1>The night ferry</h1>
            <p>We left the harbour at nine.</p></article></body></html>
            """;

    static final String PLAIN = """
            << All notes

            The night ferry

            We left the harbour at nine.
            """;

    static final String ENVELOPE = """
            {"url": "https://blog.example/2024/night-ferry/", "title": "The night ferry", "authors": ["Ines Okafor"],
             "published": "2024-03-09", "tags": ["Ferries"], "language": "en",
             "contentType": "text/markdown", "content": "We left the harbour at *nine*."}
            """;

    static final String BATCH = """
            {"url": "https://blog.example/2024/night-ferry/", "title": "The night ferry", "content": "We left at nine."}
            {"id": "letters-41", "contentType": "text/markdown", "content": "# Letter 41"}
            {"title": "No content"}
            """;

    static final String VERDICTS = """
            {"line":1,"status":202,"id":"7clfchkh5oiai7lmzpxuibz23jlpmm4z","receipt":"3-1742"}
            {"line":2,"status":202,"id":"letters-41","receipt":"0-981"}
            {"line":3,"status":422,"problem":{"type":"https://postwire.dev/problems/invalid-field",\
            "title":"A field has a value that is not allowed","status":422,"code":"invalid-field",\
            "detail":"One field is not allowed as given.","errors":[{"field":"/content","message":"is missing"}]}}
            """;

    static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
              <author><name>Ines Okafor</name></author>
              <entry>
                <id>https://blog.example/2024/night-ferry/</id>
                <link href="https://blog.example/2024/night-ferry/"/>
                <title>The night ferry</title>
                <published>2024-03-09T21:15:00+01:00</published>
                <content type="html">&lt;p>We left the harbour at nine.&lt;/p></content>
              </entry>
            </feed>
            """;

    static final String FEED_VERDICTS = """
            {"line":1,"status":202,"id":"7clfchkh5oiai7lmzpxuibz23jlpmm4z","receipt":"3-1743"}
            """;

    static final String RECEIPTED = """
            {"id": "4sxpzggyohv2ickvqokbfjbeid7p3nh7", "receipt": "3-1742"}
            """;

    static final String MALFORMED_ENVELOPE = """
            {"type": "https://postwire.dev/problems/malformed-envelope", "title": "The JSON envelope cannot be read",
             "status": 400, "code": "malformed-envelope", "detail": "The body ends in the middle: line 1, column 22.",
             "errors": [{"message": "ends in the middle", "line": 1, "column": 22}]}
            """;

    static final String EMPTY_BODY = """
            {"type": "https://postwire.dev/problems/empty-body", "title": "The body is empty", "status": 400,
             "code": "empty-body", "detail": "A post has at least one byte. To erase one, use DELETE."}
            """;

    static final String BODY_TOO_LARGE = """
            {"type": "https://postwire.dev/problems/body-too-large", "title": "The body is larger than allowed",
             "status": 413, "code": "body-too-large", "detail": "At most 1048576 bytes are taken."}
            """;

    static final String UNSUPPORTED_MEDIA_TYPE = """
            {"type": "https://postwire.dev/problems/unsupported-media-type", "title": "The media type is not taken",
             "status": 415, "code": "unsupported-media-type",
             "detail": "A post is text/markdown, text/html, text/plain, or an envelope as application/json in UTF-8;\
             name it in Content-Type."}
            """;

    static final String INVALID_FIELD = """
            {"type": "https://postwire.dev/problems/invalid-field", "title": "A field has a value that is not allowed",
             "status": 422, "code": "invalid-field", "detail": "One field is not allowed as given.",
             "errors": [{"field": "language", "message": "must be a language tag of BCP 47, e.g. en or pt-BR"}]}
            """;

    static final String BROKER_UNAVAILABLE = """
            {"type": "https://postwire.dev/problems/broker-unavailable", "title": "The broker does not answer",
             "status": 503, "code": "broker-unavailable",
             "detail": "The post was not acknowledged by the broker: it did not acknowledge the post in time. Send it again."}
            """;

    private ApiExamples() {}
}
