namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>What a planned expression gives in emitted code.</summary>
internal enum PlanType
{
    /// <summary>A truth.</summary>
    Bool,

    /// <summary>A whole number, share, time, size or name, as in a slot; for texts and lists the handle.</summary>
    Long,

    /// <summary>A decimal or an amount.</summary>
    Decimal,
}
