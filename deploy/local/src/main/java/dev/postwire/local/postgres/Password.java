package dev.postwire.local.postgres;

import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The role's password: made once, kept in a file that only its owner can read. Safe for use by several threads. */
final class Password {
    private static final int BYTES = 16;

    private final Path file;
    private String value = "";
    private boolean isNew;

    Password(Path file) {
        this.file = file;
    }

    synchronized String value() {
        if (value.isEmpty()) {
            try {
                isNew = !Files.exists(file);
                value = isNew ? create() : Files.readString(file).strip();
            } catch (IOException e) {
                throw new PartFailure("the database's password in " + file + " cannot be had: " + e, e);
            }
        }
        return value;
    }

    /** Whether it has just been made, so that a database from before does not know it. */
    synchronized boolean isNew() {
        value();
        return isNew;
    }

    /** The database knows it now. */
    synchronized void handedOver() {
        isNew = false;
    }

    private String create() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, made + "\n");
        return made;
    }
}
