package dev.postwire.enrich.language;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes what {@link LanguageModel} reads: weights as bytes, calibration taken into their unit. */
final class ModelWriter {
    /** Of so many weights the largest is cut off, for finer steps of all the others. */
    private static final int OUTLIERS = 200_000;

    private ModelWriter() {}

    /**
     * @param ideographs as {@link IdeographStatistics} counts them
     * @param calibrations of the learners' scripts, and of {@link Script#HAN}
     */
    static byte[] bytes(byte[] ideographs, Map<Script, Learner> learners, Map<Script, Calibration> calibrations)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.write(ideographs);
            write(out, calibrations.get(Script.HAN));
            out.writeByte(learners.size());
            for (Map.Entry<Script, Learner> learner : learners.entrySet()) {
                out.writeUTF(learner.getKey().name());
                write(out, learner.getValue(), calibrations.get(learner.getKey()));
            }
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Learner learner, Calibration calibration) throws IOException {
        centre(learner);
        float step = step(learner.weights);
        out.writeUTF(String.join(" ", learner.languages));
        out.writeByte(learner.bits);
        write(out, new Calibration(step * calibration.sharpness(), calibration.growth(), calibration.doubt()));
        for (double prior : learner.ofEquals()) out.writeFloat((float) prior);
        byte[] steps = new byte[learner.weights.length];
        for (int i = 0; i < steps.length; i++) {
            int rounded = Math.round(learner.weights[i] / step);
            steps[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, rounded));
        }
        out.write(steps);
    }

    private static void write(DataOutputStream out, Calibration calibration) throws IOException {
        out.writeFloat((float) calibration.sharpness());
        out.writeFloat((float) calibration.growth());
        out.writeFloat((float) calibration.doubt());
    }

    /** Each row around zero: what is the same for all languages decides nothing, and zeros need no room. */
    private static void centre(Learner learner) {
        int languages = learner.languages.size();
        for (int start = 0; start < learner.weights.length; start += languages) {
            float sum = 0;
            for (int i = 0; i < languages; i++) sum += learner.weights[start + i];
            for (int i = 0; i < languages; i++) learner.weights[start + i] -= sum / languages;
        }
    }

    private static float step(float[] weights) {
        float[] sizes = new float[weights.length];
        for (int i = 0; i < sizes.length; i++) sizes[i] = Math.abs(weights[i]);
        Arrays.sort(sizes);
        return sizes[sizes.length - 1 - sizes.length / OUTLIERS] / Byte.MAX_VALUE;
    }
}
