using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// NHS numbers of England, Wales and the Isle of Man: ten digits, the last of which is eleven less the sum with the weights 10 to 2, modulo
/// eleven (NHS Data Model and Dictionary, NHS NUMBER).
/// </summary>
[BuiltinDetector("pii.uk_nhs", Summary = "Finds NHS numbers of England, Wales and the Isle of Man, by their check digit.",
    Source = "NHS Data Model and Dictionary, NHS NUMBER")]
internal sealed class UkNationalHealthServiceNumber() : IdentifierDetector(
    [new("999~999~9999", Evidence.NameOrAlone), new("9999999999", Evidence.NameOrAlone)],
    "nhs", "national health")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        !CheckDigits.AllSame(id) && CheckDigits.Weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
