package dev.postwire.local.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.Screen;
import org.junit.jupiter.api.Test;

class HitsTest {
    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void showsEachPostWithItsPassagesAndWhereItIs() throws Exception {
        JsonNode answer = json(
                "{'posts':[{'id':'a','title':'Tea & cake','url':'https://b.example/a','published':'2024-05-06T07:08:09Z',"
                        + "'language':{'code':'en'},'tags':[{'slug':'tea'},{'slug':'cake'}],"
                        + "'highlight':{'title':'<mark>Tea</mark> &amp; cake','text':['hot <mark>tea</mark> &lt;3']}}],'total':7}");

        assertEquals(
                "Tea & cake  2024-05-06  en  [tea cake]\n    hot tea <3\n    a  https://b.example/a\n\n1 of 7; --limit shows more\n",
                new Hits(Screen.plain()).text(answer));
        assertEquals(true, new Hits(Screen.styled()).text(answer).startsWith("\u001b[1mTea\u001b[0m & cake"));
    }

    @Test
    void obeysNothingThatAPostSays() throws Exception {
        JsonNode answer = json("{'posts':[{'id':'a','title':'x\\u001b[2Jy','excerpt':'e\\u009b1m\\nf'}],'total':1}");

        assertEquals("x [2Jy  \n    e 1m f\n    a\n\n1 of 1\n", new Hits(Screen.plain()).text(answer));
    }

    @Test
    void saysWhatWasIgnoredAndWhatMayBeMeant() throws Exception {
        JsonNode answer = json("{'posts':[],'total':0,'notes':['OR needs two sides'],'suggestions':['python']}");

        assertEquals(
                "OR needs two sides\nnothing found; did you mean: python\n", new Hits(Screen.plain()).text(answer));
    }

    @Test
    void showsAPostAsAPage() throws Exception {
        JsonNode post = json(
                "{'id':'a','revision':2,'title':'Tea','authors':[{'name':'Ida Berg'},{'name':'Lee Moss'}],"
                        + "'language':{'code':'en'},'tags':[{'slug':'tea'}],'stats':{'words':120,'readingMinutes':1},"
                        + "'warnings':[{'code':'metadata-conflict','detail':'two titles'}],'markdown':'# Tea\\n\\nHot.\\n\\n'}");

        assertEquals(
                "Tea\nby         Ida Berg, Lee Moss\nlanguage   en\ntags       tea\nlength     120 words, 1 min\n"
                        + "id         a, revision 2\nwarning    metadata-conflict two titles\n\n# Tea\n\nHot.\n",
                new Sheet(Screen.plain()).text(post));
    }
}
