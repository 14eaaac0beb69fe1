using AirsPolicy.Text.Languages;

namespace AirsPolicy.Text.Tests.Languages;

public class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "Could you tell me when the parcel is going to arrive at my house?")]
    [InlineData("de", "Können Sie mir bitte sagen, wann das Paket bei mir zu Hause ankommt?")]
    [InlineData("fr", "Pouvez-vous me dire quand le colis doit arriver chez moi ?")]
    [InlineData("es", "¿Me puede decir por favor cuándo va a llegar a mi casa el paquete que pedí la semana pasada?")]
    [InlineData("pt", "O senhor pode me dizer quando a encomenda vai chegar à minha casa?")]
    [InlineData("it", "Mi può dire per favore quando arriverà il pacco a casa mia?")]
    [InlineData("nl", "Kunt u mij vertellen wanneer het pakket bij mij thuis wordt bezorgd?")]
    [InlineData("pl", "Czy może mi pani powiedzieć, kiedy paczka dotrze do mojego domu?")]
    [InlineData("cs", "Můžete mi prosím říct, kdy ke mně domů dorazí ten balík?")]
    [InlineData("hu", "Meg tudná mondani, hogy mikor érkezik meg a csomag a lakásomra?")]
    [InlineData("ro", "Îmi puteți spune când ajunge coletul la mine acasă?")]
    [InlineData("sv", "Kan ni tala om för mig när paketet kommer hem till mig?")]
    [InlineData("da", "Kan De fortælle mig, hvornår pakken bliver leveret hjem til mig?")]
    [InlineData("fi", "Voisitteko kertoa minulle, milloin paketti saapuu kotiini?")]
    [InlineData("tr", "Paketin evime ne zaman geleceğini bana söyleyebilir misiniz?")]
    [InlineData("ru", "Скажите, пожалуйста, когда посылка будет доставлена ко мне домой?")]
    [InlineData("uk", "Я хочу повернути гроші за цей товар, бо він прийшов пошкоджений.")]
    [InlineData("bg", "Можете ли да ми кажете кога ще пристигне пратката у дома?")]
    [InlineData("el", "Μπορείτε να μου πείτε πότε θα φτάσει το δέμα στο σπίτι μου;")]
    [InlineData("he", "האם תוכל לומר לי מתי תגיע החבילה לביתי?")]
    [InlineData("ar", "هل يمكنك أن تخبرني متى ستصل الطرد إلى منزلي؟")]
    [InlineData("fa", "لطفاً بگویید بسته چه زمانی به خانه من می‌رسد؟")]
    [InlineData("ur", "کیا آپ مجھے بتا سکتے ہیں کہ پارسل میرے گھر کب پہنچے گا؟")]
    [InlineData("hi", "क्या आप मुझे बता सकते हैं कि पार्सल मेरे घर कब पहुँचेगा?")]
    [InlineData("bn", "আপনি কি আমাকে বলতে পারেন পার্সেলটি কখন আমার বাড়িতে পৌঁছাবে?")]
    [InlineData("ta", "பார்சல் என் வீட்டிற்கு எப்போது வரும் என்று சொல்ல முடியுமா?")]
    [InlineData("th", "ช่วยบอกหน่อยได้ไหมว่าพัสดุจะมาถึงบ้านฉันเมื่อไหร่")]
    [InlineData("vi", "Anh có thể cho tôi biết khi nào gói hàng sẽ đến nhà tôi không?")]
    [InlineData("id", "Bisakah Anda memberi tahu saya kapan paket itu akan tiba di rumah saya?")]
    [InlineData("tl", "Maaari mo bang sabihin sa akin kung kailan darating ang pakete sa bahay ko?")]
    [InlineData("zh", "请问我的包裹什么时候能送到家里？")]
    [InlineData("ja", "荷物はいつ私の家に届くか教えていただけますか。")]
    [InlineData("ko", "소포가 언제 우리 집에 도착하는지 알려 주시겠어요?")]
    [InlineData("sw", "Unaweza kuniambia kifurushi kitafika lini nyumbani kwangu?")]
    [InlineData("ka", "შეგიძლიათ მითხრათ, როდის მოვა ამანათი ჩემს სახლში?")]
    [InlineData("hy", "Կարո՞ղ եք ինձ ասել, թե երբ կհասնի ծանրոցը իմ տուն։")]
    public void A_question_of_a_customer_is_known_for_its_language(string language, string text) =>
        Assert.Equal(language, new LanguageIdentifier().Of(text));

    [Theory]
    [InlineData("en", "Can you tell me where my order is?")]
    [InlineData("de", "Wo ist meine Bestellung?")]
    [InlineData("fr", "Où est ma commande ?")]
    [InlineData("es", "¿Dónde está mi pedido?")]
    [InlineData("pt", "Quero o meu dinheiro de volta.")]
    [InlineData("nl", "Waar is mijn bestelling?")]
    [InlineData("ru", "Где мой заказ?")]
    [InlineData("tr", "Siparişim nerede?")]
    public void Small_words_tell_the_language_of_a_short_question(string language, string text) =>
        Assert.Equal(language, new LanguageIdentifier().Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("12 345.67 %")]
    [InlineData("ok")]
    [InlineData("https://shop.example/orders/12345?from=mail")]
    [InlineData("\uD83D\uDE00\uD800 \uDC00")]
    public void Where_there_is_next_to_no_word_nothing_is_said(string text) => Assert.Equal("und", new LanguageIdentifier().Of(text));

    [Theory]
    [InlineData("ru", "Я хотел бы вернуть товар, но shop.example не открывается, please help, что мне теперь делать?")]
    [InlineData("ja", "DHL からの荷物が届かないので、status page を見てください。")]
    [InlineData("de", "Bitte rufen Sie `GET /v2/orders/{id}` auf und schicken Sie mir die Antwort von api.shop.example zurück.")]
    public void The_language_is_that_of_most_of_the_text(string language, string text) =>
        Assert.Equal(language, new LanguageIdentifier().Of(text));

    [Fact]
    public void What_was_asked_before_changes_nothing()
    {
        var identifier = new LanguageIdentifier();
        Assert.Equal("de", identifier.Of("Wann kommt mein Paket endlich bei mir zu Hause an?"));
        Assert.Equal("en", identifier.Of("When is my parcel going to arrive at my house at last?"));
        Assert.Equal("de", identifier.Of("Wann kommt mein Paket endlich bei mir zu Hause an?"));
    }

    [Fact]
    public void Each_language_has_a_code_of_its_own_and_a_profile_where_its_script_is_shared()
    {
        Assert.Equal(LanguageTable.Languages.Length, LanguageTable.Languages.Select(row => row.Code).Distinct().Count());
        Assert.All(
            LanguageTable.Languages,
            row => Assert.Equal(LanguageTable.Languages.Count(other => other.Script == row.Script) == 1, row.Runs.Length == 0));
    }
}
