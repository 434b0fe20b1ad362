package dev.postwire.local.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables as a test fills them. */
final class FakeTables implements Tables {
    final List<PostRow> posts = new ArrayList<>();
    final List<ReceiptRow> receipts = new ArrayList<>();
    final List<RejectionRow> rejections = new ArrayList<>();
    final List<ErasureRow> erasures = new ArrayList<>();
    final List<RevisionRow> brokenRevisions = new ArrayList<>();
    boolean moved;

    @Override
    public Map<Integer, Long> consumed(String topic) {
        return Map.of();
    }

    @Override
    public void posts(int partition, PostRow.Reader reader) {
        posts.forEach(reader::read);
    }

    @Override
    public void receipts(int partition, ReceiptRow.Reader reader) {
        receipts.forEach(reader::read);
    }

    @Override
    public void rejections(int partition, RejectionRow.Reader reader) {
        rejections.forEach(reader::read);
    }

    @Override
    public void erasures(int partition, ErasureRow.Reader reader) {
        erasures.forEach(reader::read);
    }

    @Override
    public boolean movedFrom(int partition, String id) {
        return moved;
    }

    @Override
    public void brokenRevisions(int partition, RevisionRow.Reader reader) {
        brokenRevisions.forEach(reader::read);
    }

    @Override
    public void groundless(IdReader reader) {
        // none
    }

    @Override
    public void unnumbered(IdReader reader) {
        // none
    }
}
