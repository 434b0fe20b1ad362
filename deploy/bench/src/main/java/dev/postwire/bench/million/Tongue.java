package dev.postwire.bench.million;

import java.util.ArrayList;
import java.util.List;

/** The languages of made-up posts: their words and how these stand together. Syllables and small words are of our own writing. */
enum Tongue {
    EN(
            "en",
            58,
            " ",
            ". ",
            "the of and to a in is that for it on with as was at by from this be are or an not we you but they have has had were"
                    + " which their its can will one all more when there if out so what up about into than them who then some",
            "al an ar ber bin bro ca cen con cor dan del den dri el en er ex fa fer fin for ga gen gra hal har in ing ist ka"
                    + " kel lan len lin lo ma mer min mon na nel nor o or pa per pin pra ra rel rin ro sa sel ser sin sta ta"
                    + " tel ter tion tra un ur va ver vin wa wen wor y"),
    DE(
            "de",
            13,
            " ",
            ". ",
            "der die und das in zu den mit von ist auf für ein eine im nicht es sich auch als an nach wie wir so aus bei er"
                    + " dem des dass sie hat war oder noch nur über zum zur um am bis durch wenn was",
            "ab an auf be ber berg bin dan der eid ein er feld für gel gen gut hag haus heim ich ken kel lan land lich ling"
                    + " mut nen nis ober rau rei schaft schen sel ser stein tag tal tau tel ung ver wal wein zeit zu"),
    FR(
            "fr",
            8,
            " ",
            ". ",
            "le la les de des du et à un une en que qui dans pour sur au par plus ne pas ce il elle nous vous est sont avec"
                    + " son sa ses mais ou où comme tout leur aux se",
            "a ai an au bel bou cer char con cou de dou é eau en eur fai fon gen gi in jour lan let lou ma men mon nai"
                    + " nou on oir par pen pre que ra re rou sai son tai tion tou ve ver vi vou"),
    ES(
            "es",
            8,
            " ",
            ". ",
            "el la los las de del y a en que un una por con para se no es al lo como más su sus pero o este esta son entre"
                    + " cuando muy sin sobre también me hasta hay",
            "a al ba ban ca can ci ción co da de del do dor en fa fi ga go ja jo la lla lo ma men mi mo na no or pa per pla"
                    + " ra ri ro sa sol ta te ti tor tra va ven vi"),
    JA(
            "ja",
            6,
            "",
            "。",
            "の に は を が と で た し て も から まで より この その です ます した こと もの ため など また",
            "海 山 川 港 船 駅 道 町 村 森 朝 夜 春 夏 秋 冬 雨 雪 風 音 光 色 本 紙 絵 話 語 文 字 車 電 気 水 火 土 木 米 茶 店 家 窓 門 橋 島 空 星 月 日 人 手 足 目 耳 口 心"
                    + " 新 古 大 小 高 低 長 短 強 弱 早 遅 多 少 明 暗 カ キ ク サ シ ス タ テ ト ナ ネ ハ フ マ ム ラ リ ル ロ ン ー"),
    ZH(
            "zh",
            5,
            "",
            "。",
            "的 了 在 是 我 有 和 就 不 人 都 一 上 也 很 到 说 要 去 你 会 着 没有 看 好 这 那",
            "海 山 河 港 船 站 路 城 村 林 早 夜 春 夏 秋 冬 雨 雪 风 声 光 色 书 纸 画 话 语 文 字 车 电 气 水 火 土 木 米 茶 店 家 窗 门 桥 岛 空 星 月 日 手 足 目 耳 口 心"
                    + " 新 旧 大 小 高 低 长 短 强 弱 多 少 明 暗 学 生 工 作 时 间 国 际 市 场 数 据 网 络 系 统"),
    KO(
            "ko",
            2,
            " ",
            ". ",
            "이 그 저 것 수 등 및 더 또 잘 안 못 한 할 하는 있다 없다 위해 대한 에서 으로 까지 부터",
            "가 나 다 라 마 바 사 아 자 차 카 타 파 하 강 산 항 배 역 길 마을 숲 봄 여름 가을 겨울 비 눈 바람 소리 빛 색 책 종이 그림 말 글 차 물 불 흙 나무 쌀");

    private static final int WORDS = 60_000;
    private static final int IDEOGRAPHIC_WORDS = 30_000;

    final String code;
    /** Of a hundred posts. */
    final int share;

    final String space;
    final String stop;
    final Vocabulary words;

    Tongue(String code, int share, String space, String stop, String small, String syllables) {
        this.code = code;
        this.share = share;
        this.space = space;
        this.stop = stop;
        boolean ideographic = space.isEmpty();
        words = Vocabulary.of(
                List.of(small.split(" ")),
                List.of(syllables.split(" ")),
                ideographic ? IDEOGRAPHIC_WORDS : WORDS,
                ideographic ? 3 : 5);
    }

    /** The language of that post in a hundred. */
    static Tongue at(int percent) {
        int sum = 0;
        for (Tongue tongue : values()) {
            sum += tongue.share;
            if (percent < sum) return tongue;
        }
        return EN;
    }

    /** A sentence without its end; a topic's own words stand in it as often as {@code about} says. */
    String sentence(List<String> drawn) {
        List<String> shown = new ArrayList<>(drawn);
        String first = shown.get(0);
        if (!space.isEmpty())
            shown.set(0, first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1));
        return String.join(space, shown);
    }
}
