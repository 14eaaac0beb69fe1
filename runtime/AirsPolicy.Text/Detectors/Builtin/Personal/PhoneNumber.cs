using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Telephone numbers. International ones, behind + or 00, with a country code that is assigned (ITU-T E.164 and its list of codes); those
/// of the North American plan in their groups; national ones in groups behind the trunk prefix 0 (ITU-T E.123); and seven to twelve digits
/// that a word names. An extension (<c>x123</c>) is part of the number.
/// </summary>
[BuiltinDetector(
    "pii.phone",
    Summary = "Finds telephone numbers: international ones, national ones in their groups, and others that are named.",
    Source = "ITU-T E.164 with the List of assigned country codes, ITU-T E.123, and the North American Numbering Plan, https://www.nanpa.com"
)]
internal sealed class PhoneNumber : IBuiltinDetector
{
    private const int LeastDigits = 7, MostCalled = 10;

    private static readonly NearbyWords s_words = new(
        28,
        16,
        "phone",
        "telephone",
        "tel",
        "mobile",
        "cellphone",
        "fax",
        "call me",
        "call us",
        "answering",
        "reach me at",
        "reach us at",
        "text me",
        "whatsapp",
        "sms",
        "hotline",
        "contact number",
        "telefon",
        "telefonnummer",
        "telefonu",
        "telefonni",
        "telefone",
        "telefono",
        "telefonicznie",
        "telefoon",
        "telefoonnummer",
        "tel nr",
        "tel no",
        "mobil",
        "mobiltelefon",
        "mobilnummer",
        "mobiele",
        "rufnummer",
        "ruf mich",
        "rufen sie",
        "movil",
        "celular",
        "cellulare",
        "chiamami",
        "chiamatemi",
        "llámame",
        "llámanos",
        "telemovel",
        "ligue",
        "me liga",
        "appelle-moi",
        "appelez",
        "bel me",
        "bel mij",
        "zadzwoń",
        "komórka",
        "numer kontaktowy",
        "cep",
        "cep no",
        "gsm",
        "tlf",
        "tfn",
        "ring mig",
        "ring meg",
        "puhelin",
        "puhelinnumero",
        "matkapuhelin",
        "puh",
        "zavolej",
        "telefonszám",
        "hívj",
        "mob",
        "telp",
        "telepon",
        "no hp",
        "ponsel",
        "điện thoại",
        "sđt",
        "телефон",
        "тел",
        "моб",
        "звоните",
        "позвони",
        "τηλέφωνο",
        "τηλ",
        "κινητό",
        "电话",
        "手机",
        "電話",
        "手機",
        "携帯",
        "전화",
        "휴대폰",
        "연락처",
        "هاتف",
        "جوال",
        "موبايل",
        "تلفن",
        "טלפון",
        "נייד",
        "โทร",
        "मोबाइल",
        "फोन",
        "फ़ोन");

    // These mean other things too, so that they stand right before the number.
    private static readonly NearbyWords s_calls = new(
        "call",
        "calling",
        "cell",
        "dial",
        "ring",
        "desk",
        "office",
        "handy",
        "portable",
        "numara");

    public int Score => (int)Millionths.Whole * 4 / 5;

    public RequiredParts Required { get; } = RequiredParts.Number(LeastDigits);

    public BuiltinWindow Window { get; } = new(NumberText.Digits, Gap: 4, LeastDigits, Before: 2, After: 2, Context: 48);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        var folded = text.Text;
        foreach (var region in text.Numbers)
        {
            if (region.Digits < LeastDigits) continue;
            for (var at = region.Start; at < region.End;)
            {
                var start = StartOf(folded, at);
                var end = start < 0 ? 0 : EndOf(folded, start, at);
                if (end > 0) matches.Add(new TextSpan(start, end));
                at = Math.Max(end, EndOfRun(folded, at));
                while (at < region.End && !char.IsAsciiDigit(folded[at])) at++;
            }
        }
    }

    // A plus before the first digit belongs to it, and so does a bracket that is closed behind the first digits. -1 where something goes on
    // there.
    private static int StartOf(ReadOnlySpan<char> text, int digit)
    {
        var isBracketed = PhoneGroups.GoesOnBehindBracket(text, digit);
        var start = isBracketed && digit > 0 && text[digit - 1] == '(' ? digit - 1 : digit;
        if (start > 0 && text[start - 1] == '+')
            return isBracketed && start > 1 && text[start - 2] == '(' ? start - 2 : start - 1;
        return
            (start < digit || Boundaries.BeginsAt(text, start))
            && !(start > 0 && text[start - 1] is '=' or ':' && start > 1 && char.IsAsciiDigit(text[start - 2]))
            ? start
            : -1;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, int digit)
    {
        Span<PhoneGroup> groups = stackalloc PhoneGroup[PhoneGroups.Most];
        var count = PhoneGroups.Read(text, digit, groups);
        var end = PhoneForms.EndOfForm(text, start, groups[..count]);
        if (end == 0 && IsNamed(text, start, groups[..count])) end = groups[count - 1].End;
        if (end > 0 && (!Boundaries.EndsAt(text, EndOfExtension(text, end)) || IsDecimal(text, end))) return 0;
        return end == 0 ? 0 : EndOfExtension(text, end);
    }

    private static bool IsNamed(ReadOnlySpan<char> text, int start, ReadOnlySpan<PhoneGroup> groups)
    {
        var digits = PhoneGroups.Digits(groups);
        if (digits is < LeastDigits or > 12 || PhoneForms.IsDate(text, groups)) return false;
        // A postal code on the line before it, and one of Brazil.
        if (groups.Length > 1 && groups[0].Length == 5 && digits - 5 >= LeastDigits && text[groups[0].End] == ' ')
            return false;
        if (groups.Length == 2 && groups[0].Length == 5 && groups[1].Length == 3)
            return false;
        return s_words.StandNear(text, start, groups[^1].End)
            || (digits <= MostCalled || groups.Length > 1) && s_calls.EndAt(text, EndBefore(text, start))
            || groups.Length == 1
                && digits == 11
                && text[start] == '0'
                && text[start + 1] != '0'
                && Boundaries.IsAlone(text, start, groups[0].End);
    }

    // Where the word ends that a number stands behind, with a colon or a bracket between.
    private static int EndBefore(ReadOnlySpan<char> text, int start)
    {
        const int Most = 3;
        var end = start;
        while (end > 0 && start - end < Most && text[end - 1] is ' ' or ':' or '(' or '.') end--;
        return end;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]) && text[end + 1] == '0';

    private static int EndOfExtension(ReadOnlySpan<char> text, int end)
    {
        const int Most = 6;
        var at = end;
        if (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != 'x' || !NumberText.IsDigitAt(text, at + 1)) return end;
        var digits = EndOfRun(text, at + 1);
        return digits - at - 1 <= Most ? digits : end;
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept(NumberText.Digits);
        return length < 0 ? text.Length : start + length;
    }
}
