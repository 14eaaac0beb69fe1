namespace AirsPolicy.Runtime.Runs;

/// <summary>What a finished run was, by its means and by what came of it. Only <see cref="Normal"/> is a success.</summary>
public enum RunOutcome
{
    /// <summary>It kept to its order and reached its goals.</summary>
    Normal,

    /// <summary>It kept to its order and did not reach its goals.</summary>
    ExecutionFailure,

    /// <summary>It left its order and did not reach its goals.</summary>
    VisibleFailure,

    /// <summary>
    /// It reached its goals by other means than its order: the right outcome is no excuse, since nobody looks where the result is right.
    /// </summary>
    CreativeSubstitution,
}
