using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Italian fiscal codes: sixteen characters: surname and name, year, month and day of birth (40 more for women), the code of the place, and
/// a check letter. Digits can be letters where codes would be the same (omocodia). The check letter is not asked for: a code with a slip in
/// it still says who (Agenzia delle Entrate, Codice fiscale (Decreto ministeriale 23 dicembre 1976)).
/// </summary>
[BuiltinDetector("pii.it_fiscal_code", Summary = "Finds Italian fiscal codes.",
    Source = "Agenzia delle Entrate, Codice fiscale (Decreto ministeriale 23 dicembre 1976)")]
internal sealed class ItalianFiscalCode() : IdentifierDetector(
    [new("AAAAAAXXAXXAXXXA")],
    "codice fiscale")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        "abcdehlmprst".Contains(id[8], StringComparison.Ordinal)
        && AreDigits(id.Slice(6, 2))
        && AreDigits(id.Slice(9, 2))
        && AreDigits(id.Slice(12, 3))
        && Digit(id[9]) * 10 + Digit(id[10]) is (>= 1 and <= 31) or (>= 41 and <= 71);

    private const string InTheirPlace = "lmnpqrstuv";

    private static int Digit(char character) =>
        character <= '9' ? character - '0' : InTheirPlace.IndexOf(character, StringComparison.Ordinal);

    private static bool AreDigits(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept("0123456789" + InTheirPlace);
}
