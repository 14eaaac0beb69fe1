namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>What enforces a control. Catalogues name it as here, in small letters.</summary>
internal enum EnforcementKind
{
    /// <summary>A decision while the system runs.</summary>
    Run,

    /// <summary>A check when a policy is compiled or deployed.</summary>
    Build,

    /// <summary>What surrounds the policy: its host, the network, the platform.</summary>
    Infrastructure,

    /// <summary>People with their procedures and their evidence.</summary>
    Organisation,
}
