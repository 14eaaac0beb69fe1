namespace AirsPolicy.Language.Diagnostics;

/// <summary>How much a diagnostic weighs, from the least. Only an error keeps a policy from being built.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Shown in an editor only.</summary>
    Hint,

    /// <summary>The policy says what is meant; something is coming that its owner should know.</summary>
    Notice,

    /// <summary>The policy can be built but probably does not say what is meant.</summary>
    Warning,

    /// <summary>The policy cannot be built.</summary>
    Error,
}
