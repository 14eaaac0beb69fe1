using AirsPolicy.Text.Tests.Unicode;

namespace AirsPolicy.Text.Tests.Views;

[AttributeUsage(AttributeTargets.Method)]
public sealed class NormalizationTestFactAttribute : FactAttribute
{
    public NormalizationTestFactAttribute()
    {
        Skip = new UnicodeDatabaseFactAttribute().Skip;
        if (!File.Exists(NormalizationTestFile.Packed) || !File.Exists(NormalizationTestFile.Unpacker))
            Skip ??= $"'{NormalizationTestFile.Packed}' or '{NormalizationTestFile.Unpacker}' is not there.";
    }
}
