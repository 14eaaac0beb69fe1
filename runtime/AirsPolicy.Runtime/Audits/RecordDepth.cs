namespace AirsPolicy.Runtime.Audits;

/// <summary>
/// How much of a request is recorded with its decision, rising. The decision itself always is (AIRS LOG-01, LOG-02; the depths are those of
/// the framework's risk tiers).
/// </summary>
public enum RecordDepth
{
    /// <summary>Who asked what where, when, and what was decided: no texts of the content, only their digests.</summary>
    Metadata = 0,

    /// <summary>What came in and went out as well: inputs, prompts, answers, arguments, results, what judges said.</summary>
    Full = 1,

    /// <summary>
    /// What the model was given beside the request too: passages, the conversation so far, its instructions, facts that the policy
    /// declares.
    /// </summary>
    Context = 2,

    /// <summary>And how the model came to its answer.</summary>
    Reasoning = 3,
}
