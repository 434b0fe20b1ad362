package dev.postwire.enrich.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTableTest {
    private static final int ROWS = 32;

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 256", "9, 257", "68, 0", "68, 4000"})
    void sumsAsOneByOne(int columns, int count) throws IOException {
        Random random = new Random(columns);
        byte[] weights = new byte[ROWS * columns];
        random.nextBytes(weights);
        int[] rows = random.ints(count, 0, ROWS).toArray();
        int[] sums = new int[columns];
        for (int row : rows) for (int i = 0; i < columns; i++) sums[i] += weights[row * columns + i];

        assertArrayEquals(sums, table(weights, columns).sums(rows));
    }

    @ParameterizedTest
    @CsvSource({"-128", "127"})
    void sumsAsManyExtremesAsAreAddedAtOnceAndMore(byte weight) throws IOException {
        byte[] weights = new byte[ROWS * 10];
        Arrays.fill(weights, weight);
        int[] sums = new int[10];
        Arrays.fill(sums, 1000 * weight);

        assertArrayEquals(sums, table(weights, 10).sums(new int[1000]));
    }

    private static WeightTable table(byte[] weights, int columns) throws IOException {
        return WeightTable.read(new DataInputStream(new ByteArrayInputStream(weights)), ROWS, columns);
    }
}
