package dev.postwire.bench;

import dev.postwire.bench.accuracy.AccuracyCommand;
import dev.postwire.bench.accuracy.ScrapedCommand;
import dev.postwire.bench.corpus.CompoundsCommand;
import dev.postwire.bench.corpus.CorpusCommand;
import dev.postwire.bench.follow.FollowCommand;
import dev.postwire.bench.intake.IntakeCommand;
import dev.postwire.bench.language.LanguageCommand;
import dev.postwire.bench.million.MillionCommand;
import dev.postwire.bench.million.ReadableCommand;
import dev.postwire.bench.persist.PersistCommand;
import dev.postwire.bench.search.SearchCommand;
import dev.postwire.bench.speed.SpeedCommand;
import dev.postwire.bench.speed.StepsCommand;
import dev.postwire.bench.tags.LearningSpeedCommand;
import dev.postwire.bench.tags.TagsCommand;
import dev.postwire.enrich.blocks.MainContentTraining;
import dev.postwire.enrich.learn.DefaultRankerTraining;
import dev.postwire.enrich.tag.ColdTraining;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/bench/run}: a measurement a word. */
@Command(
        name = "run",
        description = "Measures Postwire and its peers in one run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccuracyCommand.class,
            ScrapedCommand.class,
            LanguageCommand.class,
            CorpusCommand.class,
            CompoundsCommand.class,
            SpeedCommand.class,
            StepsCommand.class,
            TagsCommand.class,
            LearningSpeedCommand.class,
            PersistCommand.class,
            MillionCommand.class,
            ReadableCommand.class,
            SearchCommand.class,
            FollowCommand.class,
            IntakeCommand.class,
            MainContentTraining.class,
            DefaultRankerTraining.class,
            ColdTraining.class
        })
public final class BenchCommand {
    private BenchCommand() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new BenchCommand());
        command.setExecutionExceptionHandler((fault, line, parsed) -> {
            if (!(fault instanceof NoSuchFileException)) throw fault;
            line.getErr().println("bench: " + fault.getMessage());
            return line.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(command.execute(arguments));
    }
}
