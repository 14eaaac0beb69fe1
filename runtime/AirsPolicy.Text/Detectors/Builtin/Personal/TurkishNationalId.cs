using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Turkish identification numbers: eleven digits that do not begin with 0: the tenth is seven times the odd places less the even ones,
/// modulo ten, the eleventh the sum of the ten, modulo ten (Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü, T.C. Kimlik Numarası).
/// </summary>
[BuiltinDetector("pii.tr_national_id", Summary = "Finds Turkish identification numbers, by both their check digits.",
    Source = "Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü, T.C. Kimlik Numarası")]
internal sealed class TurkishNationalId() : IdentifierDetector(
    [new("99999999999")],
    "tckn", "kimlik")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[0] != '0' && Modulo(CheckDigits.Weighted(id, [7, -1, 7, -1, 7, -1, 7, -1, 7])) == id[9] - '0'
        && CheckDigits.Weighted(id, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == id[10] - '0';

    private static int Modulo(int number) => (number % 10 + 10) % 10;
}
