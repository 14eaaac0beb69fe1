namespace AirsPolicy.Cli.Probing;

/// <summary>What became of a question.</summary>
internal enum ProbeEnd
{
    /// <summary>The model answered, and gave nothing away.</summary>
    Answered,

    /// <summary>The answer gives away what it was not to.</summary>
    CameThrough,

    /// <summary>A rule stopped the question before the model saw it.</summary>
    StoppedAtInput,

    /// <summary>A rule stopped the answer, or a call of a tool.</summary>
    StoppedInAnswer,

    /// <summary>A judge stopped it.</summary>
    StoppedByJudge,

    /// <summary>It waits for people.</summary>
    Waits,

    /// <summary>The policy stopped it because something could not be checked: that says nothing of what its rules find.</summary>
    NotChecked,

    /// <summary>The model did not answer.</summary>
    Failed,
}
