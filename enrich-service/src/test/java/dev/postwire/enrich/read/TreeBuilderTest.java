package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeBuilderTest {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final int DOCUMENTS = 20_000;
    private static final int LONGEST_PIECES = 14;
    private static final String[] PIECES = {
        "words",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "* item",
        "> quote",
        "# title",
        "`code`",
        "*em*",
        "**strong**",
        "[link](/a)",
        "![image](/i.png)",
        "| a | b |\n|---|---|\n| c | d |",
        "\n---\n",
        "    code",
        "  ",
        "&amp;",
        "&nbsp;",
        "&",
        "<",
        ">",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<a href=\"/x\">",
        "</a>",
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<span class=x>",
        "</span>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<dl>",
        "</dl>",
        "<dt>",
        "</dt>",
        "<dd>",
        "</dd>",
        "<h2>",
        "</h2>",
        "<pre>",
        "</pre>",
        "<pre>\n\nx</pre>",
        "<code>",
        "</code>",
        "<blockquote>",
        "</blockquote>",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "</figcaption>",
        "<img src=/j.png alt='a &lt; b'>",
        "<br>",
        "<br/>",
        "</br>",
        "<hr>",
        "<table>",
        "</table>",
        "<td>",
        "<!-- no -->",
        "<!-->",
        "<script>",
        "</script>",
        "<iframe src=x></iframe>",
        "<input type=\"checkbox\" checked>",
        "<del>",
        "</del>",
        "<button>",
        "<svg>",
        "<IMG SRC=\"/k.png\">"
    };

    @Test
    void buildsWhatAParserWouldOrNothing() {
        Random random = new Random(7);
        int built = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            StringBuilder markdown = new StringBuilder();
            for (int piece = random.nextInt(LONGEST_PIECES); piece >= 0; piece--) {
                markdown.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (isSameAsParsed(markdown.toString())) built++;
        }
        assertTrue(built > DOCUMENTS / 20, built + " built");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<figure>\n<img src=\"/a.png\" alt=\"A &quot;b&quot;\">\n<figcaption>What it *shows*</figcaption>\n</figure>",
                "Words with <s>old</s> and <abbr title='x'>new</abbr> ones,<br/>and a <a href=\"/b\">link</a>.",
                "<div>\n\nA paragraph.\n\n* an item\n\n</div>",
                "<pre><code class=\"language-go\">\nif a &lt; b {\n}\n</code></pre>",
                "Above.\n\n<!-- more -->\n\nBelow.",
                "<ul>\n<li>one</li>\n<li>two <em>three</em></li>\n</ul>"
            })
    void needsNoParserForRawHtmlThatIsClosedWhereItWasOpened(String markdown) {
        assertTrue(isSameAsParsed(markdown), markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\n\nOne paragraph in another.\n\n</p>",
                "<b>never closed",
                "<i><b>crossed</i></b>",
                "[a <a href=\"/b\">link in</a> a link](/c)",
                "<table><tr><td>cell</table>",
                "<div><pre>code\n\nthat goes on</pre></div>",
                "<svg><title>x</title></svg>"
            })
    void leavesToTheParserWhatHasRulesOfItsOwn(String markdown) {
        assertTrue(TreeBuilder.build(PARSER.parse(markdown), new ArrayList<>()).isEmpty(), markdown);
    }

    private static boolean isSameAsParsed(String markdown) {
        Node root = PARSER.parse(markdown);
        Optional<Document> built = TreeBuilder.build(root, new ArrayList<>());
        built.ifPresent(document ->
                assertEquals(sanitised(Html.parse(RENDERER.render(root))), sanitised(document), () -> markdown));
        return built.isPresent();
    }

    private static String sanitised(Document document) {
        return new Sanitiser().sanitise(document.body(), Optional.empty()).outerHtml();
    }
}
