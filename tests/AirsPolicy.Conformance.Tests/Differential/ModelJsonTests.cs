using AirsPolicy.Compiler.Bundles;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class ModelJsonTests
{
    [Fact]
    public void Random_models_read_back_as_they_were_written()
    {
        foreach (var (seed, model, _) in RandomCases.All().Take(40))
        {
            var json = ModelJson.Write(model);
            var read = ModelJson.Read(json);

            Assert.True(model == read, $"The model of seed {seed} reads back as another.");
            Assert.Equal(json, ModelJson.Write(read));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"node\":\"PolicyModel\"}")]
    [InlineData("{\"node\":\"ToolModel\"}")]
    [InlineData("{\"node\":\"String\"}")]
    public void What_is_no_model_is_refused(string json) =>
        Assert.StartsWith(
            "The model cannot be read: ",
            Assert.Throws<InvalidDataException>(() => ModelJson.Read(System.Text.Encoding.UTF8.GetBytes(json))).Message,
            StringComparison.Ordinal);
}
