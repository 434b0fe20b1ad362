package tmpx;

final class XTest {
    @org.junit.jupiter.api.Test
    void x() {}
}
