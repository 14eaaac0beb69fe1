namespace AirsPolicy.Text.Unicode;

/// <summary>Code points from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
/// <param name="First">0 to 0x10FFFF.</param>
/// <param name="Last">Not below <paramref name="First"/>.</param>
public readonly record struct CodePointRange(int First, int Last)
{
    public bool Contains(int codePoint) => codePoint >= First && codePoint <= Last;
}
