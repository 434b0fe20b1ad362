package dev.postwire.enrich.read.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    private static final String LEFT = "|";

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "{{< highlight go \"linenos=table\" >}}|x := `a`|{{< /highlight >}} => ```go|x := `a`|```",
                "{% highlight ruby linenos %}|puts 1|{% endhighlight %} => ```ruby|puts 1|```",
                "{% codeblock lang:js %}|a()|{% endcodeblock %} => ```js|a()|```",
                "{{< highlight md >}}|```|{{< /highlight >}} => ````md|```|````",
                "{% comment %}not for readers{% endcomment %}seen => seen",
                "{% raw %}{{ shown }}{% endraw %} => {{ shown }}"
            })
    void makesCodeOfWhatIsCode(String markdown, String expected) {
        assertPlain(expected, markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "{{< figure src=\"/a.png\" caption=\"A *cat*\" alt=\"cat\" >}} =>"
                        + " <figure><img src=\"/a.png\" alt=\"cat\"><figcaption>~A *cat*~</figcaption></figure>",
                "See {{< figure src=\"/a.png\" alt=\"cat\" >}} here => See ![cat](</a.png>) here",
                "{% include figure.html src=\"/a.png\" alt=\"cat\" %} => ![cat](</a.png>)",
                "{% asset_img a.png 100 A cat %} => ![A cat](<a.png>)",
                "{% image \"./a.png\", \"A cat\" %} => ![A cat](<./a.png>)",
                "![cat]({% asset_path a.png %}) => ![cat](a.png)"
            })
    void makesImagesOfFigures(String markdown, String expected) {
        assertPlain(expected, markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "{{< youtube abc-DEF_123 >}} => https://www.youtube.com/watch?v=abc-DEF_123",
                "{{ youtube(id=\"abc-DEF_123\", autoplay=true) }} => https://www.youtube.com/watch?v=abc-DEF_123",
                "{% include youtube.html id=\"abc-DEF_123\" %} => https://www.youtube.com/watch?v=abc-DEF_123",
                "{{< tweet user=\"ada\" id=\"12345\" >}} => https://twitter.com/ada/status/12345",
                "{% gist 12345 %} => https://gist.github.com/12345",
                "{% embed https://a.example/b %} => https://a.example/b"
            })
    void linksToWhatWasEmbedded(String markdown, String url) {
        assertPlain("[" + Embeds.escaped(url) + "](<" + url + ">)", markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "[tea]({{< ref \"tea.md\" >}}) => [tea](<>)",
                "[tea]({{< relref \"tea.md\" >}}#green) => [tea](#green)",
                "[tea]({{ site.baseurl }}/tea) => [tea](/tea)",
                "[tea]({{ \"/tea\" | relative_url }}) => [tea](/tea)",
                "[tea]({% post_url 2020-01-02-tea %} \"Tea\") => [tea](<> \"Tea\")",
                "[tea]: {% link tea.md %} => [tea]: <>",
                "[tea]({filename}tea.md) => [tea](<>)",
                "![tea]({static}/i/tea.png) => ![tea](/i/tea.png)",
                "{{< button href=\"https://a.example\" >}}Go{{< /button >}} => [Go](<https://a.example>)"
            })
    void keepsTheWordsOfLinks(String markdown, String expected) {
        assertPlain(expected, markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '^',
            value = {
                "the {% url %} tag and {{ name }} there => the `url` tag and `name` there",
                "On {{ page.title }}{{ site.title }}. => On Tea.",
                "{% if x %}yes{% endif %}{%- assign a = 1 -%} => yes",
                "{{% notice tip \"Be careful now\" %}}|It is hot.|{{% /notice %}} => **Be careful now**||It is hot.",
                "{{< details summary=\"More\" >}}|words|{{< /details >}} => **More**||words",
                "{{< mood \"far-away\" >}}words => words",
                "{{</* figure */>}} => `` {{< figure >}} ``",
                ":::note Mind|words|::: => **Mind**||words",
                ":::tip[Mind]|words|::: => **Mind**||words",
                "> [!NOTE]|> words => > **Note**|>|> words",
                "!!! note \"Mind\"|    words => **Mind**||words",
                "import A from 'a';|||export const b = 1;||words {/* no */} => words",
                "## Head {#id .class} => ## Head",
                "words|{: .class} => words",
                "[a](b){:target=\"_blank\"} => [a](b)",
                "* contents|{:toc}||words => words",
                "{% blockquote Ada %}|words|{% endblockquote %} => <blockquote>||words|||— Ada||</blockquote>"
            })
    void leavesWordsAndNoSigns(String markdown, String expected) {
        assertPlain(expected, markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`{{< x >}}` and ``{% y %}``",
                "```\n{{ x }}\n:::note\n```",
                "words\n\n    {% x %}\n    :::python",
                "- item\n\n  ~~~\n  {{< x >}}\n  ~~~",
                "<pre>{% load %}\n\n{% x %}</pre>",
                "<code>{{ x }}</code>",
                "a {b: 1} set, f(x){return}, {not} an attribute",
                "{{ never closed",
                "export duties are high\nimport taxes too"
            })
    void touchesNoCodeAndNoPlainBraces(String markdown) {
        assertEquals(markdown, plain(markdown));
    }

    @Test
    void givesBackATextWithoutTags() {
        String markdown = "# Tea\n\nwords [and](links) `and` code";

        assertSame(markdown, plain(markdown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{", "{%", "{{<", "{{ \"", "{{'\"", "{#a} ", "{{x}} ", "{%raw%}", "{% highlight %}{% endraw %}",
                        "{:toc}\n",
                "`a{{", "``` ", "<code>{{", "<pre>{{", "({{x}}", ":::a\n", "import {\n", "> [!a]\n", "{{\"a\"}}",
                        "<a b={",
                "{{</*", "* {:toc}\n", "{% quote %}\n", "{% a%}\n", "- {", "{static}", "[TOC]\n", "!!! a\n    b\n"
            })
    void takesTimeLinearInHostileText(String piece) {
        String markdown = piece.repeat(600_000 / piece.length());

        // No measure of speed: a quadratic step takes minutes on these, whatever the machine.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> plain(markdown));
    }

    private static void assertPlain(String expected, String markdown) {
        String actual = plain(markdown.replace(LEFT, "\n"));
        assertEquals(expected.replace(LEFT, "\n"), actual.strip());
    }

    private static String plain(String markdown) {
        return Dialects.plain(markdown, Map.of("title", "Tea"), line -> "~" + line + "~");
    }
}
