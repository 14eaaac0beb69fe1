namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>A run of digits of a telephone number.</summary>
/// <param name="Start">Its first digit.</param>
/// <param name="End">Behind its last.</param>
internal readonly record struct PhoneGroup(int Start, int End)
{
    public int Length => End - Start;
}
