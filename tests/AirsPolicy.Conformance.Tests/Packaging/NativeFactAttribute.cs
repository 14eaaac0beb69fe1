namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>A test that compiles to native code; it says what is missing where it is skipped.</summary>
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = NativeToolchain.Missing();
}
