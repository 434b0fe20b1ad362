package dev.postwire.query.stream;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Farewell;
import dev.postwire.query.follow.Filters;
import dev.postwire.query.follow.Followed;
import dev.postwire.query.follow.OpenStream;
import dev.postwire.query.follow.Recent;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Words;
import dev.postwire.query.store.Changes;
import dev.postwire.query.store.Commits;
import dev.postwire.query.stream.Follower.Audience;
import dev.postwire.query.stream.Frames.Page;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The open streams. One thread reads the changes for all of them; each is written to on its connection's own event loop, and only as
 * fast as its reader takes it. Those who resume from far back read what they missed from the database, a few at a time.
 */
@Singleton
public class Streams implements Audience {
    private static final Logger LOGGER = Logger.getLogger(Streams.class);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    /** Pages of missed changes that may be in memory at the same time. */
    private static final int PAGES = 16;

    private static final int PAGE = 100;
    private static final long PAGE_CHARACTERS = 256 * 1024;
    private static final long TRY_AGAIN_MILLIS = 100;

    private final Frames frames;
    private final Vertx vertx;
    private final int most;
    private final Duration heartbeat;
    private final Recent recent = new Recent();
    private final Semaphore pages = new Semaphore(PAGES);
    private final Set<Served> open = ConcurrentHashMap.newKeySet();
    private final Followed followed = new Followed();
    private final Follower follower;

    Streams(Changes changes, Frames frames, Vertx vertx, QueryConfig config, MeterRegistry registry) {
        this.frames = frames;
        this.vertx = vertx;
        this.most = config.streams().open();
        this.heartbeat = config.streams().heartbeat();
        this.follower = new Follower(changes, frames, recent, this);
        registry.gaugeCollectionSize("postwire.query.streams", Tags.empty(), open);
    }

    void start(@Observes StartupEvent event, Loops loops, Commits commits) {
        commits.listen(follower::signal);
        loops.start("streams", follower);
        vertx.setPeriodic(heartbeat.toMillis(), tick -> open.forEach(Served::beat));
    }

    void stop(@Observes ShutdownEvent event) {
        open.forEach(served -> served.dismiss(Farewell.RESTART));
    }

    /** Throws a 503 where there are too many. */
    public void mustHaveRoom() {
        if (open.size() < most) return;
        throw Problem.retryable(ProblemCode.OVERLOADED, "Too many streams are open.", COME_BACK)
                .exception();
    }

    /** True for a place in this database's changes; false where the database has to be asked. */
    public boolean knows(ChangeCursor cursor) {
        return recent.top()
                .filter(top -> top.epoch().equals(cursor.epoch()) && cursor.number() <= top.number())
                .isPresent();
    }

    /** Answers the call with a stream, on its own event loop. */
    public void open(HttpServerRequest request, ChangeCursor from, PostQuery query) {
        Context context = vertx.getOrCreateContext();
        context.runOnContext(go -> new Served(context, request, from, query).begin());
    }

    @Override
    public boolean isEmpty() {
        return open.isEmpty();
    }

    @Override
    public Set<Words> words() {
        return followed.all();
    }

    @Override
    public void wake() {
        open.forEach(Served::wake);
    }

    @Override
    public void reset() {
        open.forEach(served -> served.dismiss(Farewell.RESET));
    }

    /** A stream and its connection. */
    private final class Served {
        private final Context context;
        private final HttpServerRequest request;
        private final VertxOutlet outlet;
        private final OpenStream stream;
        private final AtomicBoolean awake = new AtomicBoolean();
        private boolean waiting;
        private final Set<Words> words;
        private boolean page;

        Served(Context context, HttpServerRequest request, ChangeCursor from, PostQuery query) {
            this.words = query.words().isEmpty() ? Set.of() : Set.of(query.words());
            this.context = context;
            this.request = request;
            this.outlet = new VertxOutlet(vertx, request);
            this.stream = new OpenStream(from, new Filters(query), recent, outlet);
        }

        void begin() {
            request.response().closeHandler(gone -> leave()).exceptionHandler(broken -> leave());
            if (open.add(this)) followed.join(words);
            outlet.open();
            stream.greet();
            serve();
            follower.signal();
        }

        /** From any thread; as often as may be. */
        void wake() {
            if (awake.compareAndSet(false, true)) context.runOnContext(go -> serve());
        }

        void beat() {
            context.runOnContext(go -> {
                stream.heartbeat(System.nanoTime());
                if (stream.over()) leave();
            });
        }

        void dismiss(Farewell reason) {
            context.runOnContext(go -> {
                stream.goodbye(reason);
                leave();
            });
        }

        private void serve() {
            awake.set(false);
            if (waiting) return;
            OpenStream.Next next = stream.advance();
            if (page && !stream.holdsPage()) returnPage();
            switch (next) {
                case ROOM -> {
                    waiting = true;
                    outlet.onRoom(() -> {
                        waiting = false;
                        serve();
                    });
                }
                case PAGE -> fetch();
                case OVER -> {
                    if (open.remove(this)) followed.leave(words);
                }
                default -> {}
            }
        }

        private void fetch() {
            waiting = true;
            if (!pages.tryAcquire()) {
                vertx.setTimer(TRY_AGAIN_MILLIS, again -> {
                    waiting = false;
                    serve();
                });
                return;
            }
            page = true;
            Infrastructure.getDefaultWorkerPool().execute(this::read);
        }

        /** On a worker thread. */
        private void read() {
            try {
                Page missed = frames.after(stream.at(), PAGE, PAGE_CHARACTERS, words);
                context.runOnContext(go -> {
                    waiting = false;
                    stream.catchUp(missed.frames(), missed.next());
                    serve();
                });
            } catch (RuntimeException e) {
                Farewell reason = reason(e);
                if (reason == Farewell.UNAVAILABLE) LOGGER.warnf("stream cannot resume now cause=%s", e.toString());
                dismiss(reason);
            }
        }

        private static Farewell reason(RuntimeException e) {
            return e instanceof ProblemException problem && problem.problem().kind() == ProblemCode.CURSOR_EXPIRED
                    ? Farewell.RESET
                    : Farewell.UNAVAILABLE;
        }

        /** It has ended, on whichever side. */
        private void leave() {
            stream.left();
            waiting = false;
            serve();
        }

        private void returnPage() {
            page = false;
            pages.release();
        }
    }
}
