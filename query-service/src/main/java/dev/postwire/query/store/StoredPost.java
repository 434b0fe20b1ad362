package dev.postwire.query.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A post as it is read: written by {@link ChangeStore} alone. */
@Entity
@Immutable
@Table(name = "post")
public class StoredPost {
    @Id
    String id;

    int revision;

    @Column(name = "stored_at")
    Instant storedAt;

    /** The event's JSON but for the bodies. */
    String document;

    /** The JSON of html, markdown and text. */
    String bodies;

    public int revision() {
        return revision;
    }

    public Instant storedAt() {
        return storedAt;
    }

    public String document() {
        return document;
    }

    public String bodies() {
        return bodies;
    }
}
