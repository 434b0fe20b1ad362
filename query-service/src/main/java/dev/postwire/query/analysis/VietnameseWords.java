package dev.postwire.query.analysis;

import java.util.Set;

/** The Vietnamese syllables that say nothing of what a text is about, by themselves or in a question. */
final class VietnameseWords {
    static final Set<String> EMPTY = Set.of(
            ("ai bị bởi các cái cho chưa chứ có còn cũng của cùng do đã đang đâu để đó được gì hay hoặc khi không là lại lên mà"
                            + " mấy mỗi một nào này nên nếu nhiêu như nhưng những ở phải ra rằng rất sao sẽ sự tại theo thì trong từ và vào"
                            + " vẫn về vì việc với")
                    .split(" "));

    private VietnameseWords() {}
}
