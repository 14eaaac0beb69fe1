using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Taiwanese national and resident identity numbers: a letter for the place, a digit for the kind of holder, seven digits and a check
/// digit: the letter's two digits with the weights 1 and 9 and the digits with 8 to 1, and the last, are a multiple of ten (Ministry of the
/// Interior, 國民身分證統一編號; National Immigration Agency, UI number).
/// </summary>
[BuiltinDetector("pii.tw_national_id", Summary = "Finds Taiwanese national and resident identity numbers, by their check digit.",
    Source = "Ministry of the Interior, 國民身分證統一編號; National Immigration Agency, UI number")]
internal sealed class TaiwaneseNationalId() : IdentifierDetector(
    [new("A999999999", Evidence.Name)],
    "身分證", "身份證", "統一編號", "居留證", "arc")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => id[1] is '1' or '2' or '8' or '9' && IsChecked(id);

    // The letters in the order of their numbers, from 10 on.
    private const string Places = "abcdefghjklmnpqrstuvxywzio";

    private static bool IsChecked(ReadOnlySpan<char> id)
    {
        var place = Places.IndexOf(id[0], StringComparison.Ordinal) + 10;
        return (place / 10 + 9 * (place % 10) + CheckDigits.Weighted(id[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }
}
