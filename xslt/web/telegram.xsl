<?xml version="1.0" encoding="UTF-8"?>
<!-- A telegram as it was sent: everything that the transcript holds, line by line, beside the text to read; its attributes as a table.
     The mode d:sent follows “Reading back the transcript” of docs/encoding.md. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="d:as-sent" as="element()">
    <xsl:param name="document" as="element()"/>
    <div class="as-sent">
      <h2 id="ui:as-sent"><xsl:value-of select="d:t('as-sent')"/></h2>
      <div class="sheet" tabindex="0" role="region" aria-labelledby="ui:as-sent" lang="{($document/@xml:lang, 'en')[1]}">
        <xsl:apply-templates select="$document/text/body" mode="d:sent"/>
      </div>
    </div>
  </xsl:template>

  <xsl:mode name="d:sent" on-no-match="shallow-skip"/>

  <xsl:template match="corr[parent::choice] | reg[parent::choice] | expan[parent::choice] | add[parent::subst] | note[@type = 'editor']
      | index | certainty | respons | app[lem]/rdg" mode="d:sent" priority="2"/>

  <xsl:template match="supplied | ex | gap" mode="d:sent" priority="1">
    <xsl:if test="exists(d:delimiter-names(.)) or child::desc">
      <xsl:call-template name="d:sent-content"/>
    </xsl:if>
  </xsl:template>

  <!-- A line of its own for each child of what cannot hold text. -->
  <xsl:template match="(div | body | list | sp | listBibl | table | row | lg)/*" mode="d:sent">
    <xsl:call-template name="d:sent-content"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="(div | body | list | sp | listBibl | table | row | lg)/text()" mode="d:sent"/>

  <xsl:template match="*" mode="d:sent" priority="-1">
    <xsl:call-template name="d:sent-content"/>
  </xsl:template>

  <xsl:template match="fw" mode="d:sent" priority="1">
    <span class="fw {@type}"><xsl:call-template name="d:sent-content"/></span>
    <xsl:if test="parent::div | parent::body">
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="head[not(normalize-space(string-join(text()))) and not(* except supplied[not(@rend)])]" mode="d:sent" priority="3"/>

  <xsl:template match="pb" mode="d:sent" priority="1">
    <span class="edge"></span>
  </xsl:template>

  <xsl:template match="milestone" mode="d:sent" priority="1"/>

  <xsl:template match="lb" mode="d:sent">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p" mode="d:sent" priority="1">
    <span class="para"><xsl:call-template name="d:sent-content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The line feed of the file and the lb beside it are one line end. -->
  <xsl:template match="text()" mode="d:sent" priority="-1">
    <xsl:value-of select="if (not(normalize-space()) and contains(., '&#10;') and not(following-sibling::node()[1]/self::lb))
        then '&#10;' else replace(., '\s+', ' ')"/>
  </xsl:template>

  <xsl:template name="d:sent-content" as="node()*">
    <xsl:value-of select="d:opening(.)"/>
    <xsl:apply-templates mode="d:sent"/>
    <xsl:value-of select="d:closing(.)"/>
  </xsl:template>

  <!-- The attributes that the archive keeps with a telegram: a table that opens. -->
  <xsl:template match="div[@type = 'messageAttributes']" mode="d:text" priority="1">
    <details class="attributes">
      <xsl:call-template name="d:common"/>
      <summary>
        <xsl:for-each select="head"><xsl:apply-templates mode="d:text"/></xsl:for-each>
        <xsl:if test="not(head)"><xsl:value-of select="d:t('attributes')"/></xsl:if>
      </summary>
      <xsl:apply-templates select="* except (head, list[@type = 'gloss'])" mode="d:text"/>
      <xsl:for-each select="list[@type = 'gloss']">
        <xsl:apply-templates select="* except (label, item)" mode="d:text"/>
        <table>
          <tbody>
            <xsl:for-each-group select="label | item" group-starting-with="label">
              <tr>
                <th scope="row"><xsl:apply-templates select="current-group()/self::label/node()" mode="d:text"/></th>
                <td>
                  <xsl:for-each select="current-group()/self::item">
                    <xsl:call-template name="d:common"/>
                    <xsl:apply-templates mode="d:text"/>
                  </xsl:for-each>
                </td>
              </tr>
            </xsl:for-each-group>
          </tbody>
        </table>
      </xsl:for-each>
    </details>
  </xsl:template>

</xsl:stylesheet>
