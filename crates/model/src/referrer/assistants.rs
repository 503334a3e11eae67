//! Assistants that answer in sentences and send people to their sources.

/// One line per assistant.
pub(super) const HOSTS: &str = "
ChatGPT = chatgpt.com chat.openai.com labs.openai.com
Claude = claude.ai
Gemini = gemini.google.com bard.google.com
NotebookLM = notebooklm.google.com
Copilot = copilot.microsoft.com copilot.com
Perplexity = perplexity.ai
Le Chat = chat.mistral.ai
Meta AI = meta.ai
Grok = grok.com grok.x.ai
DeepSeek = chat.deepseek.com deepseek.com
Qwen = chat.qwen.ai qwen.ai
Kimi = kimi.com kimi.moonshot.cn
Doubao = doubao.com
ChatGLM = chatglm.cn z.ai
Baidu AI = yiyan.baidu.com ai.baidu.com chat.baidu.com
Duck.ai = duck.ai
You = you.com
Poe = poe.com
Phind = phind.com
iAsk = iask.ai
Character.AI = character.ai
Jasper = app.jasper.ai
Writesonic = app.writesonic.com
Chat+ = chatplus.com chat-gpt.org
HuggingChat = hf.co huggingface.co
Felo = felo.ai
Andi = andisearch.com
Consensus = consensus.app
Genspark = genspark.ai
";
