using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Australian tax file numbers: nine digits whose sum with the weights 1, 4, 3, 7, 5, 8, 6, 9, 10 is a multiple of eleven (Australian
/// Taxation Office, Tax file number (TFN) algorithm).
/// </summary>
[BuiltinDetector("pii.au_tfn", Summary = "Finds Australian tax file numbers, by their check digit.",
    Source = "Australian Taxation Office, Tax file number (TFN) algorithm")]
internal sealed class AustralianTaxFileNumber() : IdentifierDetector(
    [new("999~999~999", Evidence.NameOrAlone), new("999999999", Evidence.NameOrAlone)],
    "tfn", "tax file")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0;
}
