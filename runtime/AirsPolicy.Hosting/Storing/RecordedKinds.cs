using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Runtime.Audits;

namespace AirsPolicy.Hosting.Storing;

/// <summary>As what the content of a record of evidence is kept, where a policy says for how long.</summary>
internal static class RecordedKinds
{
    public static RecordKind Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Decision or EvidenceKind.Hold or EvidenceKind.Execution => RecordKind.Content,
        EvidenceKind.Review => RecordKind.Review,
        EvidenceKind.Halt or EvidenceKind.Lift or EvidenceKind.Transition => RecordKind.Incident,
        EvidenceKind.Reload or EvidenceKind.Refusal => RecordKind.Access,
        _ => RecordKind.Metadata,
    };
}
