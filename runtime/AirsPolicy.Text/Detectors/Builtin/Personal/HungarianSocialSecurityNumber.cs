using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Hungarian social security numbers (TAJ): nine digits; the last is the sum with the weights 3 and 7 in turn, modulo ten (Nemzeti
/// Egészségbiztosítási Alapkezelő, TAJ szám (1996. évi XX. törvény)).
/// </summary>
[BuiltinDetector("pii.hu_taj", Summary = "Finds Hungarian social security numbers (TAJ) that are named as such, by their check digit.",
    Source = "Nemzeti Egészségbiztosítási Alapkezelő, TAJ szám (1996. évi XX. törvény)")]
internal sealed class HungarianSocialSecurityNumber() : IdentifierDetector(
    [new("999~999~999", Evidence.Name), new("999999999", Evidence.Name)],
    "taj", "tajszám", "taj szám", "taj-szám")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == id[8] - '0';
}
