using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Indian voter card numbers (EPIC): three letters and seven digits (Election Commission of India, Elector's Photo Identity Card).
/// </summary>
[BuiltinDetector("pii.in_voter_id", Summary = "Finds Indian voter card numbers (EPIC).",
    Source = "Election Commission of India, Elector's Photo Identity Card")]
internal sealed class IndianVoterId() : IdentifierDetector(
    [new("AAA9999999", Evidence.NameOrAlone)],
    "voter", "vote", "epic", "election card", "elector")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => true;
}
