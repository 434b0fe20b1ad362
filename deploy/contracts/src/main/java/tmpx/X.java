package tmpx;

final class X {
    private X() {}
}
