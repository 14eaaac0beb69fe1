using AirsPolicy.Text.Detectors.Builtin.Identifiers;
using AirsPolicy.Text.Detectors.Search;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Dates of birth: a day that a word for birth stands before, or right behind. The days are written in digits (ISO 8601, or day, month and
/// year in either order) or with the name of the month.
/// </summary>
[BuiltinDetector(
    "pii.date_of_birth",
    Summary = "Finds dates of birth that are named as such.",
    Source = "ISO 8601-1, section 5.2.2, and the names of months in the Unicode CLDR"
)]
internal sealed class DateOfBirth : IBuiltinDetector
{
    private static readonly NearbyWords s_words = new(
        32,
        16,
        "born",
        "dob",
        "d.o.b",
        "date of birth",
        "birth date",
        "birthdate",
        "birthday",
        "b-day",
        "geboren",
        "geb.",
        "geburtsdatum",
        "geburtstag",
        "né le",
        "née le",
        "né(e) le",
        "date de naissance",
        "fecha de nacimiento",
        "nacido",
        "nacida",
        "nacimiento",
        "data di nascita",
        "nato il",
        "nata il",
        "data de nascimento",
        "nascido",
        "nascida",
        "geboortedatum",
        "fødselsdato",
        "födelsedatum",
        "född",
        "født",
        "syntymäaika",
        "syntynyt",
        "data urodzenia",
        "urodzony",
        "urodzona",
        "datum narození",
        "narozen",
        "dátum narodenia",
        "datum rođenja",
        "születési",
        "doğum tarihi",
        "data nașterii",
        "дата рождения",
        "родился",
        "родилась",
        "дата народження",
        "ημερομηνία γέννησης",
        "出生日期",
        "出生",
        "生年月日",
        "생년월일",
        "ngày sinh",
        "วันเกิด",
        "तिथि",
        "تاريخ الميلاد",
        "תאריך לידה");

    // Registers write a star for birth right before the day, behind the name or in brackets.
    private static readonly string[] s_stars = [", *", "(*"];

    public RequiredParts Required { get; } = new([.. s_words.Words, .. s_stars], 4);

    public BuiltinWindow Window { get; } = new(NumberText.Digits, Gap: 40, Least: 4, Before: 14, After: 24, Context: 80);

    public void Find(in BuiltinText text, SpanBuffer matches)
    {
        const int LongestAhead = 14;
        var folded = text.Text;
        var from = 0;
        foreach (var region in text.Numbers)
        {
            for (var at = Math.Max(from, region.Start - LongestAhead); at < region.End; at++)
            {
                if (!Boundaries.BeginsAt(folded, at)
                    || DateText.End(folded, at) is not (> 0 and var end)
                    || !Boundaries.EndsAt(folded, end))
                    continue;
                if (IsStarred(folded, at, end) || s_words.StandNear(folded, at, end))
                    matches.Add(new TextSpan(at, end));
                from = end;
                break;
            }
        }
    }

    private static bool IsStarred(ReadOnlySpan<char> text, int start, int end)
    {
        if (!char.IsAsciiDigit(text[start]) || end < text.Length && text[end] == '*') return false;
        foreach (var star in s_stars)
        {
            if (text[..start].EndsWith(star, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
