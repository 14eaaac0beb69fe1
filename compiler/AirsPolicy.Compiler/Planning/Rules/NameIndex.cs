namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>Bounds of an index that is an array over small numbers.</summary>
internal static class NameIndex
{
    /// <summary>The greatest number of names; a policy has at most as many tools.</summary>
    public const int MaxNames = 1 << 16;
}
