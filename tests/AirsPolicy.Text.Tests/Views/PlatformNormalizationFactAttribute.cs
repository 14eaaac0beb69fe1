using System.Text;

namespace AirsPolicy.Text.Tests.Views;

/// <summary>A fact that uses the platform's normalization as its oracle, which must know Unicode 15.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlatformNormalizationFactAttribute : FactAttribute
{
    public PlatformNormalizationFactAttribute()
    {
        // A modifier letter that Unicode 15.0 added; in invariant mode it comes back unchanged.
        if ("\U0001E030".Normalize(NormalizationForm.FormKC) != "\u0430")
            Skip = "The platform's normalization is that of invariant mode or of a Unicode version before 15.";
    }
}
