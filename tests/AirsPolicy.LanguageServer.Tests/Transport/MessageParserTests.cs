using System.Text;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Tests.Transport;

public sealed class MessageParserTests
{
    [Fact]
    public void A_method_with_an_id_is_a_request()
    {
        var request = Assert.IsType<IncomingMessage.Request>(Parse("""{"jsonrpc":"2.0","id":"a","method":"m","params":{"x":1}}"""));
        Assert.Equal("m", request.Method);
        Assert.Equal("\"a\"", request.Id.GetRawText());
        Assert.Equal(1, request.Params.GetProperty("x").GetInt32());
    }

    [Fact]
    public void A_method_without_an_id_is_a_notification() =>
        Assert.Equal("m", Assert.IsType<IncomingMessage.Notification>(Parse("""{"jsonrpc":"2.0","method":"m"}""")).Method);

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}""")]
    public void A_result_or_an_error_is_an_answer(string body) => Assert.IsType<IncomingMessage.Response>(Parse(body));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("\0")]
    public void What_is_not_json_is_a_parse_error(string body) => Assert.Equal(ErrorCode.ParseError, Fault(Parse(body)).Code);

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"m"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"m"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":5}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"m"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"\ud800"}""")]
    public void Json_that_is_no_message_is_an_invalid_request(string body) =>
        Assert.Equal(ErrorCode.InvalidRequest, Fault(Parse(body)).Code);

    [Fact]
    public void A_fault_keeps_the_id_that_could_be_read() =>
        Assert.Equal("7", Fault(Parse("""{"jsonrpc":"2.0","id":7,"method":5}""")).Id!.Value.GetRawText());

    [Fact]
    public void Nesting_without_end_is_a_parse_error() =>
        Assert.Equal(ErrorCode.ParseError, Fault(Parse(new string('[', 100_000))).Code);

    private static IncomingMessage.Faulty Fault(IncomingMessage message) => Assert.IsType<IncomingMessage.Faulty>(message);

    private static IncomingMessage Parse(string body) => MessageParser.Parse(Encoding.UTF8.GetBytes(body));
}
