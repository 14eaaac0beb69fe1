namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>A set of ASCII characters.</summary>
internal readonly record struct CharacterSet(ulong Low, ulong High)
{
    public bool Contains(char unit) => unit < 128 && ((unit < 64 ? Low : High) >> (unit & 63) & 1) != 0;

    public CharacterSet With(char unit) =>
        unit < 64 ? this with { Low = Low | 1UL << unit } : this with { High = High | 1UL << (unit - 64) };
}
