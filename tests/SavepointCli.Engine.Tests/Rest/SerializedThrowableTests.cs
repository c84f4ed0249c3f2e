using System.Text;
using SavepointCli.Engine.Rest;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>The one Java object that clients insist on.</summary>
public sealed class SerializedThrowableTests
{
    /// <summary>A stream that clients of all three versions accepted.</summary>
    private const string Accepted = """
        aced0005737200296f72672e6170616368652e666c696e6b2e7574696c2e53657269616c697a65645468726f7761626c6565169df51fa713f30200034c001966756c6c
        537472696e676966696564537461636b54726163657400124c6a6176612f6c616e672f537472696e673b4c00166f726967696e616c4572726f72436c6173734e616d65
        71007e00015b001373657269616c697a6564457863657074696f6e7400025b42787200136a6176612e6c616e672e457863657074696f6ed0fd1f3e1a3b1cc402000078
        7200136a6176612e6c616e672e5468726f7761626c65d5c635273977b8cb0300044c000563617573657400154c6a6176612f6c616e672f5468726f7761626c653b4c00
        0d64657461696c4d65737361676571007e00015b000a737461636b547261636574001e5b4c6a6176612f6c616e672f537461636b5472616365456c656d656e743b4c00
        1473757070726573736564457863657074696f6e737400104c6a6176612f7574696c2f4c6973743b78707074001e6a6176612e696f2e494f457863657074696f6e3a20
        6469736b20676f6e6570707874001f6a6176612e696f2e494f457863657074696f6e3a206469736b20676f6e650a7400136a6176612e696f2e494f457863657074696f
        6e70
        """;

    [Fact]
    public void The_stream_of_a_simple_exception_is_the_one_that_Java_clients_accepted()
    {
        var stream = SerializedThrowable.Write(new JavaThrowable("java.io.IOException", "disk gone"));

        Convert.ToHexStringLower(stream).Should().Be(Accepted.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        stream.Should().HaveCount(471);
    }

    [Fact]
    public void A_cause_is_a_second_object_of_the_same_class_inside_the_first()
    {
        var cause = new JavaThrowable("java.io.IOException", "disk gone");
        var stream = SerializedThrowable.Write(JavaThrowable.Completion(cause));

        var text = Encoding.Latin1.GetString(stream);
        text.Should().Contain("sq\0~\0\0pt\0\u001ejava.io.IOException: disk gone");
        text.Should().Contain("java.util.concurrent.CompletionException: java.io.IOException: disk gone\nCaused by: java.io.IOException: disk gone\n");
    }

    [Fact]
    public void A_text_of_64_KiB_and_more_is_written_in_the_long_form()
    {
        var stream = SerializedThrowable.Write(new JavaThrowable("a.B", new string('x', 70_000)));

        var expected = new byte[] { 0x7C, 0, 0, 0, 0, 0, 1, 0x11, 0x75 };
        stream.AsSpan().IndexOf(expected).Should().BePositive();
    }

    [Fact]
    public void Exceptions_of_this_process_go_out_under_the_names_of_Java()
    {
        JavaThrowable.From(new FileNotFoundException("gone")).Text.Should().Be("java.io.FileNotFoundException: gone");
        JavaThrowable.From(new InvalidDataException("odd")).ClassName.Should().Be("java.io.IOException");
        JavaThrowable.From(new AggregateException(new TimeoutException("late"))).Text.Should().Be("java.util.concurrent.TimeoutException: late");
        JavaThrowable.From(new InvalidOperationException("boom")).Text.Should().Be("System.InvalidOperationException: boom");
        JavaThrowable.From(new SavepointException(ExitCode.Failed, "no")).Text.Should().Be("org.apache.flink.util.FlinkException: no");
    }
}
