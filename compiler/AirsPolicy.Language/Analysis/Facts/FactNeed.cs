namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>How much the controls of a policy need a fact, rising.</summary>
internal enum FactNeed
{
    /// <summary>Nothing reads it.</summary>
    Unread = 0,

    /// <summary>It may be absent: controls read it under <c>has</c> or with <c>??</c>, or show it to a judge.</summary>
    Optional,

    /// <summary>What is kept over time needs it. Where it is missing, controls that ask what was kept fail at later decisions.</summary>
    Later,

    /// <summary>
    /// A rule fails only where it comes to it: in an item of a list, in a record that may be absent, for what is drawn from a limit.
    /// </summary>
    Reached,

    /// <summary>Each rule that reads it fails where it is missing, whatever the other facts are.</summary>
    Always,
}
