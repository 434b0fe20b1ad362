package dev.postwire.enrich.learn;

import static dev.postwire.enrich.learn.MadeUpBlog.SITE;
import static dev.postwire.enrich.learn.MadeUpBlog.chosen;
import static dev.postwire.enrich.learn.MadeUpBlog.model;
import static dev.postwire.enrich.learn.MadeUpBlog.post;
import static dev.postwire.enrich.learn.MadeUpBlog.postOf;
import static dev.postwire.enrich.learn.MadeUpBlog.posts;
import static dev.postwire.enrich.learn.MadeUpBlog.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.tag.Acquaintance;
import dev.postwire.enrich.tag.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final String ABOUT_BAKING =
            "Our dough rose in the oven, the crust browned, and butter went on the loaf.";

    @Test
    void learnsATagFromFewPosts() {
        TagModel model = model(posts(36));

        assertEquals(List.of("baking"), chosen(model, ABOUT_BAKING));
    }

    @Test
    void learnsATagFromManyPosts() {
        TagModel model = model(posts(240));

        assertEquals(List.of("baking"), chosen(model, ABOUT_BAKING));
        assertEquals(List.of("sailing"), chosen(model, "The mast broke in the wind, and the tide took our boat."));
    }

    @Test
    void knowsNothingOfNothing() {
        TagModel model = new Trainer().train();

        assertTrue(model.suggest(subject(SITE, ABOUT_BAKING)).isEmpty());
        assertEquals(0, model.posts());
        assertEquals(TagModel.empty().version(), model.version());
    }

    @Test
    void givesTheSameModelForTheSamePosts() {
        assertEquals(model(posts(150)).version(), model(posts(150)).version());
        assertNotEquals(model(posts(150)).version(), model(posts(149)).version());
    }

    @Test
    void learnsASiteByItselfOnceItHasEnoughPosts() {
        List<Example> posts = new ArrayList<>(posts(Trainer.FEWEST_POSTS));
        posts.add(postOf("small.example", "one", "A comet crossed the orbit of the planet.", "sky"));

        TagModel model = model(posts);

        assertTrue(model.knows(SITE));
        assertFalse(model.knows("small.example"));
        assertEquals(Trainer.FEWEST_POSTS + 1, model.posts());
        assertEquals(4, model.tags());
        Set<String> ofSite = new HashSet<>();
        for (Candidate candidate : model.suggest(subject(SITE, ABOUT_BAKING))) ofSite.add(candidate.slug());
        assertFalse(ofSite.contains("sky"));
    }

    @Test
    void knowsASiteOfFewPostsSlightlyAndOthersNotAtAll() {
        List<Example> posts = new ArrayList<>(MadeUpBlog.posts(40));
        posts.add(MadeUpBlog.postOf("small.example", "one", "The boat has a mast and a rudder.", "sailing"));
        TagModel model = MadeUpBlog.model(posts);

        assertEquals(Acquaintance.KNOWN, model.acquaintance(Optional.of(MadeUpBlog.SITE)));
        assertEquals(Acquaintance.SLIGHT, model.acquaintance(Optional.of("small.example")));
        assertEquals(Acquaintance.SLIGHT, model.acquaintance(Optional.empty()));
        assertEquals(Acquaintance.UNKNOWN, model.acquaintance(Optional.of("other.example")));
    }

    @Test
    void forgetsARemovedPost() {
        Trainer trainer = new Trainer();
        posts(60).forEach(trainer::add);
        trainer.add(post("odd", "A unicycle with a wobbly saddle and a unicycle pump.", "unicycle"));
        TagModel with = trainer.train();

        Trainer onward = Trainer.from(with);
        onward.remove("odd");
        TagModel without = onward.train();

        assertTrue(slugs(with, "My unicycle has a saddle.").contains("unicycle"));
        assertFalse(slugs(without, "My unicycle has a saddle.").contains("unicycle"));
        assertEquals(60, without.posts());
        assertEquals(3, without.tags());
    }

    @Test
    void takesALaterExampleInPlaceOfAnEarlierOne() {
        Trainer trainer = new Trainer();
        posts(60).forEach(trainer::add);
        trainer.add(post("odd", "A unicycle with a wobbly saddle.", "unicycle"));
        trainer.add(post("odd", "A unicycle with a wobbly saddle.", "cycling"));
        trainer.add(post("post-0", "Nothing."));

        TagModel model = trainer.train();

        assertFalse(slugs(model, "My unicycle has a saddle.").contains("unicycle"));
        assertTrue(slugs(model, "My unicycle has a saddle.").contains("cycling"));
        assertEquals(60, model.posts());
    }

    @Test
    void changesNothingWhereNothingChanged() {
        TagModel model = model(posts(60));

        assertEquals(model.version(), Trainer.from(model).train().version());
        assertSame(model.sites().get(SITE), Trainer.from(model).train().sites().get(SITE));
    }

    @Test
    void comesNearAFullTrainingWhenItGoesOn() {
        List<Example> posts = posts(260);
        TagModel full = model(posts);
        Trainer onward = Trainer.from(model(posts.subList(0, 240)));
        posts.subList(240, 260).forEach(onward::add);

        TagModel near = onward.train();

        assertEquals(full.posts(), near.posts());
        int same = 0;
        List<Example> asked = posts.subList(0, 100);
        for (Example post : asked) {
            String text = post.post().words().text().text();
            if (chosen(full, text).equals(chosen(near, text))) same++;
        }
        assertTrue(same >= 97, same + " of 100");
    }

    @Test
    void learnsATagThatIsNewSinceTheEarlierModel() {
        Trainer onward = Trainer.from(model(posts(240)));
        for (int i = 0; i < 6; i++)
            onward.add(post("new-" + i, "The unicycle lost its saddle on day " + i + ".", "unicycle"));

        assertEquals(
                "unicycle", slugs(onward.train(), "A saddle for the unicycle.").get(0));
    }

    private static List<String> slugs(TagModel model, String text) {
        return model.suggest(subject(SITE, text)).stream().map(Candidate::slug).toList();
    }
}
