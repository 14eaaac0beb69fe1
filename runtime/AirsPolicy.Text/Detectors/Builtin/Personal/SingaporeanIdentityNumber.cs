using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Singaporean NRIC and FIN numbers: S, T, F, G or M, seven digits and a letter: the sum with the weights 2, 7, 6, 5, 4, 3, 2, plus 4 for T
/// and G and 3 for M, modulo eleven, names a letter of the series (Immigration &amp; Checkpoints Authority, NRIC and FIN).
/// </summary>
[BuiltinDetector("pii.sg_nric", Summary = "Finds Singaporean NRIC and FIN numbers, by their check letter.",
    Source = "Immigration & Checkpoints Authority, NRIC and FIN")]
internal sealed class SingaporeanIdentityNumber() : IdentifierDetector(
    [new("A9999999A")],
    "nric", "fin")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        Series(id[0]) is { } series
        && series[
            (
                CheckDigits.Weighted(id[1..], [2, 7, 6, 5, 4, 3, 2])
                + (
                    id[0] switch
                    {
                        't' or 'g' => 4,
                        'm' => 3,
                        _ => 0,
                    }
                )
            ) % 11
        ] == id[8];

    private static string? Series(char first) => first switch
    {
        's' or 't' => "jzihgfedcba",
        'f' or 'g' => "xwutrqpnmlk",
        'm' => "xwutrqpnjlk",
        _ => null,
    };
}
